import { defineFeature } from '#foundation/feature.ts'
import { captionOperations } from './captions.routes.ts'

export const captionsFeature = defineFeature({ name: 'captions', operations: captionOperations })
