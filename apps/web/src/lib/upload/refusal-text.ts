import type { PublicConfig } from '../api/types.ts'
import type { I18n } from '../i18n/i18n.ts'
import type { UploadRefused } from './resumable-upload.ts'

/** Why an upload ended, in the visitor's words. */
export function refusalText({ t }: I18n, refusal: UploadRefused, config: PublicConfig): string {
  const code = /"code":\s*"(\w+)"/.exec(refusal.body)?.[1]
  const detail = /"detail":\s*"((?:[^"\\]|\\.)*)"/.exec(refusal.body)?.[1]
  if (code === 'quota_reached') return t('problem.quota')
  if (code === 'max_file_size_reached') return t('problem.fileSize')
  switch (refusal.status) {
    case 0:
      return t('problem.network')
    case 401:
      return t('problem.session')
    case 403:
      return detail || t('problem.forbidden')
    case 413:
      return t('problem.tooLarge')
    case 415: {
      const list = config.video?.file?.extensions?.join(' ') ?? ''
      return `${t('problem.type')} ${list ? t('publish.accepted', { list }) : ''}`
    }
    case 422:
      return t('problem.unreadable')
    case 503:
      return t('problem.unavailable')
    default:
      return detail || t('problem.server', { status: refusal.status })
  }
}
