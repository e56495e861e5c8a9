import { object, text } from '../lenient.ts'
import { operation } from '../operation.ts'
import { HttpNodeinfoDiasporaSoftwareNsSchema20 } from '../schemas/server.ts'

export const getPing = operation({
  id: 'getPing',
  method: 'ALL',
  path: '/api/v1/ping',
  tag: 'Misc',
  summary: 'Liveness probe',
  auth: 'none',
  rateLimit: false,
  success: 200,
  in70: false,
})

export const getNodeinfoByVersionJson = operation({
  id: 'getNodeinfoByVersionJson',
  method: 'GET',
  path: '/nodeinfo/{version}.json',
  tag: 'Misc',
  summary: 'Nodeinfo document (version 2.0 only)',
  auth: 'none',
  rateLimit: 'api',
  params: () => object({ version: text() }),
  success: 200,
  response: HttpNodeinfoDiasporaSoftwareNsSchema20,
  in70: false,
})

export const getRobotsTxt = operation({
  id: 'getRobotsTxt',
  method: 'GET',
  path: '/robots.txt',
  tag: 'Misc',
  summary: 'Crawler rules text',
  auth: 'none',
  rateLimit: 'api',
  success: 200,
  in70: false,
})

export const getSecurityTxt = operation({
  id: 'getSecurityTxt',
  method: 'GET',
  path: '/security.txt',
  tag: 'Misc',
  summary: 'Redirect to well-known security text',
  auth: 'none',
  rateLimit: 'api',
  success: 301,
  in70: false,
})

export const getTeapot = operation({
  id: 'getTeapot',
  method: 'ALL',
  path: '/teapot',
  tag: 'Misc',
  summary: 'Client page with status 418',
  auth: 'none',
  rateLimit: 'api',
  success: 418,
  in70: false,
})

export const getSitemapXml = operation({
  id: 'getSitemapXml',
  method: 'GET',
  path: '/sitemap.xml',
  tag: 'Misc',
  summary: 'Sitemap of local content',
  auth: 'none',
  rateLimit: 'api',
  success: 200,
  in70: false,
})
