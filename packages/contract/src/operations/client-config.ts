import { z } from 'zod'
import { object, text } from '../lenient.ts'
import { operation } from '../operation.ts'

export const updateClientLanguage = operation({
  id: 'updateClientLanguage',
  method: 'POST',
  path: '/api/v1/client-config/update-language',
  tag: 'Client Config',
  summary: 'Remember interface language in a cookie, under its documented name',
  auth: 'none',
  rateLimit: 'api',
  body: () => object({ language: z.nullable(text()) }),
  bodyTypes: ['application/json'],
  success: 204,
  in70: false,
})

export const updateClientInterfaceLanguage = operation({
  id: 'updateClientInterfaceLanguage',
  method: 'POST',
  path: '/api/v1/client-config/update-interface-language',
  tag: 'Client Config',
  summary: 'Remember interface language in a cookie',
  auth: 'none',
  rateLimit: 'api',
  body: () => object({ language: z.nullable(text()) }),
  bodyTypes: ['application/json'],
  success: 204,
  in70: false,
})
