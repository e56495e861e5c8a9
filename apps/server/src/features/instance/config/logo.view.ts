import { logoTypes, uploadTypeOfLogo, type LogoType } from '@sepiola/contract/enums.ts'
import { actorImageView } from '#features/accounts/public.ts'
import type { Origin } from '#foundation/origin.ts'
import type { InstanceFacts } from './instance-facts.sql.ts'

const defaults: Record<LogoType, { file: string; size: number } | undefined> = {
  favicon: { file: 'favicon.png', size: 32 },
  'header-wide': { file: 'logo.svg', size: 34 },
  'header-square': { file: 'logo.svg', size: 34 },
  opengraph: undefined,
}

/** Per type what was uploaded, else the instance's avatars, else the product's own (spec 02 §6.1). */
export function logoView(origin: Origin, facts: Pick<InstanceFacts, 'avatars' | 'uploadImages'>) {
  return logoTypes.flatMap((type) => {
    const uploaded = facts.uploadImages.filter((image) => image.type === uploadTypeOfLogo[type])
    if (uploaded.length > 0) {
      return uploaded.map(({ width, height, filename, fileUrl }) => ({
        type,
        width,
        height,
        fileUrl: fileUrl ?? `${origin.url}/static/uploads/images/${filename}`,
        isFallback: false,
      }))
    }
    if (facts.avatars.length > 0) {
      return facts.avatars.map((avatar) => {
        const { width, height, fileUrl } = actorImageView(origin, avatar)
        return { type, width, height, fileUrl, isFallback: true }
      })
    }
    const own = defaults[type]
    if (!own) return []
    const fileUrl = `${origin.url}/client/assets/images/${own.file}`
    return [{ type, width: own.size, height: own.size, fileUrl, isFallback: true }]
  })
}
