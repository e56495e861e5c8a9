// Made by scripts/generate-api-client.ts out of the contract; do not edit.
import { endpoint } from '../endpoint.ts'

export const acceptRegistration = endpoint<'acceptRegistration'>(
  'POST',
  '/api/v1/users/registrations/{registrationId}/accept',
  'nothing',
  'json',
)
export const deleteRegistration = endpoint<'deleteRegistration'>(
  'DELETE',
  '/api/v1/users/registrations/{registrationId}',
  'nothing',
)
export const listRegistrations = endpoint<'listRegistrations'>('GET', '/api/v1/users/registrations', 'json')
export const registerUser = endpoint<'registerUser'>('POST', '/api/v1/users/register', 'json', 'json')
export const rejectRegistration = endpoint<'rejectRegistration'>(
  'POST',
  '/api/v1/users/registrations/{registrationId}/reject',
  'nothing',
  'json',
)
export const requestRegistration = endpoint<'requestRegistration'>(
  'POST',
  '/api/v1/users/registrations/request',
  'json',
  'json',
)
export const resendEmailToVerifyRegistration = endpoint<'resendEmailToVerifyRegistration'>(
  'POST',
  '/api/v1/users/registrations/ask-send-verify-email',
  'nothing',
  'json',
)
export const verifyRegistrationEmail = endpoint<'verifyRegistrationEmail'>(
  'POST',
  '/api/v1/users/registrations/{registrationId}/verify-email',
  'nothing',
  'json',
)
