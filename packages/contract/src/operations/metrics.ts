import { operation } from '../operation.ts'

export const get9091Metrics = operation({
  id: 'get9091Metrics',
  method: 'GET',
  path: ':9091/metrics',
  tag: 'Metrics',
  summary: 'Prometheus exporter on its own port',
  auth: 'none',
  rateLimit: false,
  success: 200,
  in70: false,
})
