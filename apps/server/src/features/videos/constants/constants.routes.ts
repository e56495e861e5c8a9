import { videoCategories, videoLicences, videoPrivacyLabels } from '@sepiola/contract/enums.ts'
import {
  getCategories,
  getLanguages,
  getLicences,
  getVideoPrivacyPolicies,
} from '@sepiola/contract/operations/video.ts'
import { implement } from '#foundation/http/implement.ts'
import { captionLanguages, videoLanguages } from './languages.ts'

export const constantOperations = [
  implement(getCategories, () => ({ ...videoCategories })),
  implement(getLicences, () => ({ ...videoLicences })),
  implement(getVideoPrivacyPolicies, () => ({ ...videoPrivacyLabels })),
  implement(getLanguages, ({ query }) => ({ ...(query.scope === 'subtitle' ? captionLanguages() : videoLanguages()) })),
]
