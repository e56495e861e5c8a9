import { resumableInitBody, resumableInitHeaders, chunkHeaders, uploadId } from '../fields.ts'
import { id, object } from '../lenient.ts'
import { operation } from '../operation.ts'
import { UserImport, UserImportUploadResult } from '../schemas/imports.ts'

export const userImportResumableInit = operation({
  id: 'userImportResumableInit',
  method: 'POST',
  path: '/api/v1/users/{userId}/imports/import-resumable',
  tag: 'User Imports',
  summary: 'Open an archive upload session',
  auth: 'user',
  rateLimit: 'api',
  params: () => object({ userId: id() }),
  headers: () => object({ ...resumableInitHeaders() }),
  body: () => object({ ...resumableInitBody() }),
  bodyTypes: ['application/json'],
  success: 201,
  in70: true,
})

export const userImportResumable = operation({
  id: 'userImportResumable',
  method: 'PUT',
  path: '/api/v1/users/{userId}/imports/import-resumable',
  tag: 'User Imports',
  summary: 'Upload an archive chunk',
  auth: 'user',
  rateLimit: 'api',
  params: () => object({ userId: id() }),
  query: () => object({ ...uploadId() }),
  headers: () => object({ ...chunkHeaders() }),
  bodyTypes: ['application/octet-stream'],
  success: 200,
  response: UserImportUploadResult,
  in70: true,
})

export const userImportResumableCancel = operation({
  id: 'userImportResumableCancel',
  method: 'DELETE',
  path: '/api/v1/users/{userId}/imports/import-resumable',
  tag: 'User Imports',
  summary: 'Abort an archive upload session',
  auth: 'user',
  rateLimit: 'api',
  params: () => object({ userId: id() }),
  query: () => object({ ...uploadId() }),
  success: 204,
  in70: true,
})

export const getLatestUserImport = operation({
  id: 'getLatestUserImport',
  method: 'GET',
  path: '/api/v1/users/{userId}/imports/latest',
  tag: 'User Imports',
  summary: 'Status of the newest archive import',
  auth: 'user',
  rateLimit: 'api',
  params: () => object({ userId: id() }),
  success: 200,
  response: UserImport,
  in70: true,
})
