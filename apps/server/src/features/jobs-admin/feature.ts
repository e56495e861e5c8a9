import { defineFeature } from '#foundation/feature.ts'
import { jobRoutes } from './jobs.routes.ts'
import { retryRoutes } from './retry.routes.ts'

export const jobsAdminFeature = defineFeature({ name: 'jobs-admin', operations: [...jobRoutes, ...retryRoutes] })
