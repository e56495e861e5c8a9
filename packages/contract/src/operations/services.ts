import { z } from 'zod'
import { handle, integer, object, url } from '../lenient.ts'
import { operation } from '../operation.ts'
import { OEmbed } from '../schemas/video-extras.ts'

export const getServicesOembed = operation({
  id: 'getServicesOembed',
  method: 'GET',
  path: '/services/oembed',
  tag: 'Services',
  summary: 'oEmbed data for a watch URL',
  auth: 'none',
  rateLimit: 'api',
  query: () =>
    object({
      url: url(),
      maxwidth: integer({ min: 1 }).optional(),
      maxheight: integer({ min: 1 }).optional(),
      format: z.enum(['xml', 'json']).optional(),
    }),
  success: 200,
  response: OEmbed,
  in70: false,
})

export const getServicesRedirectAccountsByHandle = operation({
  id: 'getServicesRedirectAccountsByHandle',
  method: 'GET',
  path: '/services/redirect/accounts/{handle}',
  tag: 'Services',
  summary: 'Redirect to an account URL',
  auth: 'none',
  rateLimit: 'api',
  params: () => object({ handle: handle() }),
  success: 302,
  deprecated: true,
  in70: false,
})

export const getServicesRedirectActorsByHandle = operation({
  id: 'getServicesRedirectActorsByHandle',
  method: 'GET',
  path: '/services/redirect/actors/{handle}',
  tag: 'Services',
  summary: 'Redirect to an actor URL',
  auth: 'none',
  rateLimit: 'api',
  params: () => object({ handle: handle() }),
  success: 302,
  in70: false,
})
