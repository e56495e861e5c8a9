import { z } from 'zod'
import { object, text } from '../lenient.ts'
import { operation } from '../operation.ts'

export const getWellKnownWebfinger = operation({
  id: 'getWellKnownWebfinger',
  method: 'GET',
  path: '/.well-known/webfinger',
  tag: 'Well-known',
  summary: 'Resolve a local actor handle',
  auth: 'none',
  rateLimit: 'well_known',
  query: () => object({ resource: text() }),
  success: 200,
  response: () =>
    z.strictObject({
      subject: z.string(),
      aliases: z.array(z.string()),
      links: z.array(
        z.strictObject({
          rel: z.string(),
          type: z.string().optional(),
          href: z.string().optional(),
          template: z.string().optional(),
        }),
      ),
    }),
  in70: false,
})

export const getWellKnownSecurityTxt = operation({
  id: 'getWellKnownSecurityTxt',
  method: 'GET',
  path: '/.well-known/security.txt',
  tag: 'Well-known',
  summary: 'Security contact text',
  auth: 'none',
  rateLimit: 'well_known',
  success: 200,
  in70: false,
})

export const getWellKnownNodeinfo = operation({
  id: 'getWellKnownNodeinfo',
  method: 'GET',
  path: '/.well-known/nodeinfo',
  tag: 'Well-known',
  summary: 'Nodeinfo discovery links',
  auth: 'none',
  rateLimit: 'well_known',
  success: 200,
  response: () => z.strictObject({ links: z.array(z.strictObject({ rel: z.string(), href: z.string() })) }),
  in70: false,
})

export const getWellKnownDntPolicyTxt = operation({
  id: 'getWellKnownDntPolicyTxt',
  method: 'GET',
  path: '/.well-known/dnt-policy.txt',
  tag: 'Well-known',
  summary: 'Do Not Track policy text',
  auth: 'none',
  rateLimit: 'well_known',
  success: 200,
  in70: false,
})

export const getWellKnownDnt = operation({
  id: 'getWellKnownDnt',
  method: 'GET',
  path: '/.well-known/dnt/',
  tag: 'Well-known',
  summary: 'Do Not Track status',
  auth: 'none',
  rateLimit: 'well_known',
  success: 200,
  response: () => z.strictObject({ tracking: z.literal('N') }),
  in70: false,
})

export const getWellKnownChangePassword = operation({
  id: 'getWellKnownChangePassword',
  method: 'GET',
  path: '/.well-known/change-password',
  tag: 'Well-known',
  summary: 'Redirect to password settings page',
  auth: 'none',
  rateLimit: 'well_known',
  success: 302,
  in70: false,
})

export const getWellKnownHostMeta = operation({
  id: 'getWellKnownHostMeta',
  method: 'GET',
  path: '/.well-known/host-meta',
  tag: 'Well-known',
  summary: 'XRD pointing to webfinger',
  auth: 'none',
  rateLimit: 'well_known',
  success: 200,
  in70: false,
})

export const getWellKnownByFilename = operation({
  id: 'getWellKnownByFilename',
  method: 'GET',
  path: '/.well-known/{filename}',
  tag: 'Well-known',
  summary: 'Files from the well-known directory',
  auth: 'none',
  rateLimit: 'well_known',
  params: () => object({ filename: text() }),
  success: 200,
  in70: false,
})
