import { object, text } from '../lenient.ts'
import { operation } from '../operation.ts'
import { CustomHomepage } from '../schemas/server-config.ts'

export const getCustomPagesHomepageInstance = operation({
  id: 'getCustomPagesHomepageInstance',
  method: 'GET',
  path: '/api/v1/custom-pages/homepage/instance',
  tag: 'Homepage',
  summary: 'Read the custom homepage content',
  auth: 'none',
  rateLimit: 'api',
  success: 200,
  response: CustomHomepage,
  in70: true,
})

export const putCustomPagesHomepageInstance = operation({
  id: 'putCustomPagesHomepageInstance',
  method: 'PUT',
  path: '/api/v1/custom-pages/homepage/instance',
  tag: 'Homepage',
  summary: 'Store the custom homepage content',
  auth: 'user',
  right: 'MANAGE_INSTANCE_CUSTOM_PAGE',
  rateLimit: 'api',
  body: () => object({ content: text().optional() }).prefault({}),
  bodyTypes: ['application/json'],
  success: 204,
  in70: true,
})
