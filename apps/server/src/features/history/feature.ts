import { defineFeature } from '#foundation/feature.ts'
import { historyOperations } from './history.routes.ts'

export const historyFeature = defineFeature({ name: 'history', operations: historyOperations })
