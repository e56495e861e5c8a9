import { z } from 'zod'
import { username, password, passwordOrEmpty, userRole, bitmask, quota, verificationString } from '../fields.ts'
import { boolean, email, id, nullable, numberOf, object, text } from '../lenient.ts'
import { limits } from '../limits.ts'
import { operation } from '../operation.ts'
import { sortedPage, resultList } from '../pagination.ts'
import { AddUserResponse, RequestTwoFactorResponse, User } from '../schemas/users.ts'

export const getUsers = operation({
  id: 'getUsers',
  method: 'GET',
  path: '/api/v1/users',
  tag: 'Users',
  summary: 'Page through local users',
  auth: 'user',
  right: 'MANAGE_USERS',
  rateLimit: 'api',
  query: () =>
    object({
      ...sortedPage(['id', 'username', 'videoQuotaUsed', 'createdAt', 'lastLoginDate', 'role'], '-createdAt'),
      search: text().optional(),
      blocked: boolean().optional(),
      role: numberOf([0, 1, 2]).optional(),
    }),
  success: 200,
  response: resultList(User),
  in70: true,
})

export const addUser = operation({
  id: 'addUser',
  method: 'POST',
  path: '/api/v1/users',
  tag: 'Users',
  summary: 'Create a local user',
  auth: 'user',
  right: 'MANAGE_USERS',
  rateLimit: 'api',
  body: () =>
    object({
      username: username(),
      password: passwordOrEmpty(),
      email: email(),
      videoQuota: quota().optional(),
      videoQuotaDaily: quota().optional(),
      channelName: username().optional(),
      role: userRole(),
      adminFlags: bitmask().optional(),
    }),
  bodyTypes: ['application/json'],
  success: 200,
  response: AddUserResponse,
  in70: true,
})

export const getUser = operation({
  id: 'getUser',
  method: 'GET',
  path: '/api/v1/users/{id}',
  tag: 'Users',
  summary: 'Fetch one local user',
  auth: 'user',
  right: 'MANAGE_USERS',
  rateLimit: 'api',
  params: () => object({ id: id() }),
  query: () => object({ withStats: boolean().optional() }),
  success: 200,
  response: User,
  in70: true,
})

export const putUser = operation({
  id: 'putUser',
  method: 'PUT',
  path: '/api/v1/users/{id}',
  tag: 'Users',
  summary: 'Modify a local user',
  auth: 'user',
  right: 'MANAGE_USERS',
  rateLimit: 'api',
  params: () => object({ id: id() }),
  body: () =>
    object({
      email: email().optional(),
      emailVerified: boolean().optional(),
      videoQuota: quota().optional(),
      videoQuotaDaily: quota().optional(),
      pluginAuth: nullable(text()),
      role: userRole().optional(),
      adminFlags: bitmask().optional(),
      password: password().optional(),
    }).prefault({}),
  bodyTypes: ['application/json'],
  success: 204,
  in70: true,
})

export const delUser = operation({
  id: 'delUser',
  method: 'DELETE',
  path: '/api/v1/users/{id}',
  tag: 'Users',
  summary: 'Remove a local user',
  auth: 'user',
  right: 'MANAGE_USERS',
  rateLimit: 'api',
  params: () => object({ id: id() }),
  success: 204,
  in70: true,
})

export const postUsersByIdBlock = operation({
  id: 'postUsersByIdBlock',
  method: 'POST',
  path: '/api/v1/users/{id}/block',
  tag: 'Users',
  summary: 'Ban a user',
  auth: 'user',
  right: 'MANAGE_USERS',
  rateLimit: 'api',
  params: () => object({ id: id() }),
  body: () => object({ reason: nullable(text(limits.banReason)) }).prefault({}),
  bodyTypes: ['application/json'],
  success: 204,
  in70: false,
})

export const postUsersByIdUnblock = operation({
  id: 'postUsersByIdUnblock',
  method: 'POST',
  path: '/api/v1/users/{id}/unblock',
  tag: 'Users',
  summary: "Lift a user's ban",
  auth: 'user',
  right: 'MANAGE_USERS',
  rateLimit: 'api',
  params: () => object({ id: id() }),
  body: () => object({ reason: nullable(text(limits.banReason)) }).prefault({}),
  bodyTypes: ['application/json'],
  success: 204,
  in70: false,
})

export const resendEmailToVerifyUser = operation({
  id: 'resendEmailToVerifyUser',
  method: 'POST',
  path: '/api/v1/users/ask-send-verify-email',
  tag: 'Users',
  summary: 'Send the account verification mail again',
  auth: 'none',
  rateLimit: 'ask_send_email',
  body: () => object({ email: email() }),
  bodyTypes: ['application/json'],
  success: 204,
  in70: true,
})

export const verifyUser = operation({
  id: 'verifyUser',
  method: 'POST',
  path: '/api/v1/users/{id}/verify-email',
  tag: 'Users',
  summary: "Confirm a user's mail address",
  auth: 'none',
  rateLimit: 'api',
  params: () => object({ id: id() }),
  body: () => object({ verificationString: verificationString(), isPendingEmail: boolean().optional() }),
  bodyTypes: ['application/json'],
  success: 204,
  in70: true,
})

export const postUsersAskResetPassword = operation({
  id: 'postUsersAskResetPassword',
  method: 'POST',
  path: '/api/v1/users/ask-reset-password',
  tag: 'Users',
  summary: 'Mail a password reset link',
  auth: 'none',
  rateLimit: 'ask_send_email',
  body: () => object({ email: email() }),
  bodyTypes: ['application/json'],
  success: 204,
  in70: false,
})

export const postUsersByIdResetPassword = operation({
  id: 'postUsersByIdResetPassword',
  method: 'POST',
  path: '/api/v1/users/{id}/reset-password',
  tag: 'Users',
  summary: 'Choose a new password by link',
  auth: 'none',
  rateLimit: 'api',
  params: () => object({ id: id() }),
  body: () => object({ verificationString: verificationString(), password: password() }),
  bodyTypes: ['application/json'],
  success: 204,
  in70: false,
})

export const requestTwoFactor = operation({
  id: 'requestTwoFactor',
  method: 'POST',
  path: '/api/v1/users/{id}/two-factor/request',
  tag: 'Users',
  summary: 'Begin enabling one-time passwords',
  auth: 'user',
  rateLimit: 'api',
  params: () => object({ id: id() }),
  body: () => object({ currentPassword: text().optional() }).prefault({}),
  bodyTypes: ['application/json'],
  success: 200,
  response: RequestTwoFactorResponse,
  in70: true,
})

export const confirmTwoFactorRequest = operation({
  id: 'confirmTwoFactorRequest',
  method: 'POST',
  path: '/api/v1/users/{id}/two-factor/confirm-request',
  tag: 'Users',
  summary: 'Finish enabling one-time passwords',
  auth: 'user',
  rateLimit: 'api',
  params: () => object({ id: id() }),
  body: () => object({ requestToken: text(), otpToken: text() }),
  bodyTypes: ['application/json'],
  success: 204,
  in70: true,
})

export const disableTwoFactor = operation({
  id: 'disableTwoFactor',
  method: 'POST',
  path: '/api/v1/users/{id}/two-factor/disable',
  tag: 'Users',
  summary: 'Turn off one-time passwords',
  auth: 'user',
  rateLimit: 'api',
  params: () => object({ id: id() }),
  body: () => object({ currentPassword: text().optional() }).prefault({}),
  bodyTypes: ['application/json'],
  success: 204,
  in70: true,
})

export const getUsersAutocomplete = operation({
  id: 'getUsersAutocomplete',
  method: 'GET',
  path: '/api/v1/users/autocomplete',
  tag: 'Users',
  summary: 'Username suggestions',
  auth: 'none',
  rateLimit: 'api',
  query: () => object({ search: z.string().optional() }),
  success: 200,
  response: () => z.array(z.string()),
  in70: false,
})
