import { defineFeature } from '#foundation/feature.ts'
import { moderatorSubscriptions } from './moderators/tell-moderators.ts'
import { moderateRoutes } from './moderate/moderate.routes.ts'
import { passwordRoutes } from './password/password.routes.ts'
import { signupRoutes } from './signup/signup.routes.ts'
import { verifyRoutes } from './verify/verify.routes.ts'

export const registrationsFeature = defineFeature({
  name: 'registrations',
  operations: [...signupRoutes, ...moderateRoutes, ...verifyRoutes, ...passwordRoutes],
  subscriptions: moderatorSubscriptions,
})
