import { boolean, id, object, text } from '../lenient.ts'
import { operation } from '../operation.ts'
import { resultList } from '../pagination.ts'
import { UserExport, UserExportRequestResult } from '../schemas/imports.ts'

export const requestUserExport = operation({
  id: 'requestUserExport',
  method: 'POST',
  path: '/api/v1/users/{userId}/exports/request',
  tag: 'User Exports',
  summary: 'Ask for a data archive',
  auth: 'user',
  rateLimit: 'api',
  params: () => object({ userId: id() }),
  body: () => object({ withVideoFiles: boolean() }),
  bodyTypes: ['application/json'],
  success: 200,
  response: UserExportRequestResult,
  in70: true,
})

export const listUserExports = operation({
  id: 'listUserExports',
  method: 'GET',
  path: '/api/v1/users/{userId}/exports',
  tag: 'User Exports',
  summary: "List a user's data archives",
  auth: 'user',
  rateLimit: 'api',
  params: () => object({ userId: id() }),
  success: 200,
  response: resultList(UserExport),
  in70: true,
})

export const deleteUserExport = operation({
  id: 'deleteUserExport',
  method: 'DELETE',
  path: '/api/v1/users/{userId}/exports/{id}',
  tag: 'User Exports',
  summary: 'Remove a data archive',
  auth: 'user',
  rateLimit: 'api',
  params: () => object({ userId: id(), id: id() }),
  success: 204,
  in70: true,
})

export const getDownloadUserExportsByFilename = operation({
  id: 'getDownloadUserExportsByFilename',
  method: 'GET',
  path: '/download/user-exports/{filename}',
  tag: 'User Exports',
  summary: 'Download a user archive',
  auth: 'none',
  rateLimit: false,
  params: () => object({ filename: text() }),
  query: () => object({ jwt: text() }),
  success: 200,
  in70: false,
})
