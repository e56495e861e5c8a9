import { z } from 'zod'
import { username, password, displayName, verificationString } from '../fields.ts'
import { arrayOf, boolean, email, id, nullable, numberOf, object, text } from '../lenient.ts'
import { limits } from '../limits.ts'
import { operation } from '../operation.ts'
import { sortedPage, resultList } from '../pagination.ts'
import { RegistrationResult, UserRegistration } from '../schemas/users.ts'

export const resendEmailToVerifyRegistration = operation({
  id: 'resendEmailToVerifyRegistration',
  method: 'POST',
  path: '/api/v1/users/registrations/ask-send-verify-email',
  tag: 'Register',
  summary: 'Send the registration verification mail again',
  auth: 'none',
  rateLimit: 'ask_send_email',
  body: () => object({ email: email() }),
  bodyTypes: ['application/json'],
  success: 204,
  in70: true,
})

export const verifyRegistrationEmail = operation({
  id: 'verifyRegistrationEmail',
  method: 'POST',
  path: '/api/v1/users/registrations/{registrationId}/verify-email',
  tag: 'Register',
  summary: "Confirm a registration's mail address",
  auth: 'none',
  rateLimit: 'api',
  params: () => object({ registrationId: id() }),
  body: () => object({ verificationString: verificationString() }),
  bodyTypes: ['application/json'],
  success: 204,
  in70: true,
})

export const registerUser = operation({
  id: 'registerUser',
  method: 'POST',
  path: '/api/v1/users/register',
  tag: 'Register',
  summary: 'Sign up directly (or request)',
  auth: 'none',
  rateLimit: 'signup',
  body: () =>
    object({
      username: username(),
      password: password(),
      email: email(),
      displayName: nullable(displayName()),
      channel: object({ name: username().optional(), displayName: displayName().optional() }).optional(),
      registrationReason: text(limits.registrationReason).optional(),
    }),
  bodyTypes: ['application/json'],
  success: 200,
  response: () => z.union([RegistrationResult(), UserRegistration()]),
  in70: true,
})

export const requestRegistration = operation({
  id: 'requestRegistration',
  method: 'POST',
  path: '/api/v1/users/registrations/request',
  tag: 'Register',
  summary: 'Submit a signup request for review',
  auth: 'none',
  rateLimit: 'signup',
  body: () =>
    object({
      username: username(),
      password: password(),
      email: email(),
      displayName: nullable(displayName()),
      channel: object({ name: username().optional(), displayName: displayName().optional() }).optional(),
      registrationReason: text(limits.registrationReason),
    }),
  bodyTypes: ['application/json'],
  success: 200,
  response: UserRegistration,
  in70: true,
})

export const acceptRegistration = operation({
  id: 'acceptRegistration',
  method: 'POST',
  path: '/api/v1/users/registrations/{registrationId}/accept',
  tag: 'Register',
  summary: 'Approve a signup request',
  auth: 'user',
  right: 'MANAGE_REGISTRATIONS',
  rateLimit: 'api',
  params: () => object({ registrationId: id() }),
  body: () =>
    object({ moderationResponse: text(limits.moderationResponse), preventEmailDelivery: boolean().optional() }),
  bodyTypes: ['application/json'],
  success: 204,
  in70: true,
})

export const rejectRegistration = operation({
  id: 'rejectRegistration',
  method: 'POST',
  path: '/api/v1/users/registrations/{registrationId}/reject',
  tag: 'Register',
  summary: 'Decline a signup request',
  auth: 'user',
  right: 'MANAGE_REGISTRATIONS',
  rateLimit: 'api',
  params: () => object({ registrationId: id() }),
  body: () =>
    object({ moderationResponse: text(limits.moderationResponse), preventEmailDelivery: boolean().optional() }),
  bodyTypes: ['application/json'],
  success: 204,
  in70: true,
})

export const deleteRegistration = operation({
  id: 'deleteRegistration',
  method: 'DELETE',
  path: '/api/v1/users/registrations/{registrationId}',
  tag: 'Register',
  summary: 'Delete a signup request',
  auth: 'user',
  right: 'MANAGE_REGISTRATIONS',
  rateLimit: 'api',
  params: () => object({ registrationId: id() }),
  success: 204,
  in70: true,
})

export const listRegistrations = operation({
  id: 'listRegistrations',
  method: 'GET',
  path: '/api/v1/users/registrations',
  tag: 'Register',
  summary: 'Page through signup requests',
  auth: 'user',
  right: 'MANAGE_REGISTRATIONS',
  rateLimit: 'api',
  query: () =>
    object({
      ...sortedPage(['createdAt', 'state'], '-createdAt'),
      search: text().optional(),
      stateOneOf: arrayOf(numberOf([1, 2, 3])).optional(),
    }),
  success: 200,
  response: resultList(UserRegistration),
  in70: true,
})
