import { boolean, host, object } from '../lenient.ts'
import { operation } from '../operation.ts'

export const putServerRedundancyByHost = operation({
  id: 'putServerRedundancyByHost',
  method: 'PUT',
  path: '/api/v1/server/redundancy/{host}',
  tag: 'Instance Redundancy',
  summary: "Toggle caching of a host's videos",
  auth: 'user',
  right: 'MANAGE_SERVER_FOLLOW',
  rateLimit: 'api',
  params: () => object({ host: host() }),
  body: () => object({ redundancyAllowed: boolean() }),
  bodyTypes: ['application/json'],
  success: 204,
  in70: true,
})
