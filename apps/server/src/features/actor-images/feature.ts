import { defineFeature } from '#foundation/feature.ts'
import { removeImageFilesJob } from './remove-image-files.job.ts'

export const actorImagesFeature = defineFeature({ name: 'actor-images', jobs: [removeImageFilesJob] })
