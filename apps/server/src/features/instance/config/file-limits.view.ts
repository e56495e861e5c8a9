import { fileRules } from '@sepiola/contract/limits.ts'
import { acceptedExtensions } from '@sepiola/media/mime.ts'
import type { Config, ConfigInput } from './config-input.ts'

interface FileRule {
  extensions: readonly string[]
  maxSize: number
  maxSizeInTests?: number
}

/** Limits of uploads; extensions with their dot, sizes in bytes (spec 01 §11). */
export function fileLimitsView({ settings, testMode }: ConfigInput) {
  const constraints = ({ extensions, maxSize, maxSizeInTests = maxSize }: FileRule) => ({
    size: { max: testMode ? maxSizeInTests : maxSize },
    extensions: extensions.map((extension) => `.${extension}`),
  })
  return {
    avatar: { file: constraints(fileRules.actorImage) },
    banner: { file: constraints(fileRules.actorImage) },
    logo: { file: constraints(fileRules.instanceLogo) },
    video: {
      image: constraints(fileRules.videoImage),
      file: { extensions: acceptedExtensions(settings.transcoding) },
    },
    videoCaption: { file: constraints(fileRules.caption) },
  } satisfies Partial<Config>
}
