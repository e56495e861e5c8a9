import { defineFeature } from '#foundation/feature.ts'
import { ratingOperations } from './ratings.routes.ts'

export const ratingsFeature = defineFeature({ name: 'ratings', operations: ratingOperations })
