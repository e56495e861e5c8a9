// Made by scripts/generate-api-client.ts out of the contract; do not edit.
import { endpoint } from '../endpoint.ts'

export const addUser = endpoint<'addUser'>('POST', '/api/v1/users', 'json', 'json')
export const confirmTwoFactorRequest = endpoint<'confirmTwoFactorRequest'>(
  'POST',
  '/api/v1/users/{id}/two-factor/confirm-request',
  'nothing',
  'json',
)
export const delUser = endpoint<'delUser'>('DELETE', '/api/v1/users/{id}', 'nothing')
export const disableTwoFactor = endpoint<'disableTwoFactor'>(
  'POST',
  '/api/v1/users/{id}/two-factor/disable',
  'nothing',
  'json',
)
export const getUser = endpoint<'getUser'>('GET', '/api/v1/users/{id}', 'json')
export const getUsers = endpoint<'getUsers'>('GET', '/api/v1/users', 'json')
export const getUsersAutocomplete = endpoint<'getUsersAutocomplete'>('GET', '/api/v1/users/autocomplete', 'json')
export const postUsersAskResetPassword = endpoint<'postUsersAskResetPassword'>(
  'POST',
  '/api/v1/users/ask-reset-password',
  'nothing',
  'json',
)
export const postUsersByIdBlock = endpoint<'postUsersByIdBlock'>('POST', '/api/v1/users/{id}/block', 'nothing', 'json')
export const postUsersByIdResetPassword = endpoint<'postUsersByIdResetPassword'>(
  'POST',
  '/api/v1/users/{id}/reset-password',
  'nothing',
  'json',
)
export const postUsersByIdUnblock = endpoint<'postUsersByIdUnblock'>(
  'POST',
  '/api/v1/users/{id}/unblock',
  'nothing',
  'json',
)
export const putUser = endpoint<'putUser'>('PUT', '/api/v1/users/{id}', 'nothing', 'json')
export const requestTwoFactor = endpoint<'requestTwoFactor'>(
  'POST',
  '/api/v1/users/{id}/two-factor/request',
  'json',
  'json',
)
export const resendEmailToVerifyUser = endpoint<'resendEmailToVerifyUser'>(
  'POST',
  '/api/v1/users/ask-send-verify-email',
  'nothing',
  'json',
)
export const verifyUser = endpoint<'verifyUser'>('POST', '/api/v1/users/{id}/verify-email', 'nothing', 'json')
