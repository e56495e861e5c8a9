// Made by scripts/generate-api-client.ts out of the contract; do not edit.
import { endpoint } from '../endpoint.ts'

export const getNodeinfoByVersionJson = endpoint<'getNodeinfoByVersionJson'>('GET', '/nodeinfo/{version}.json', 'json')
export const getPing = endpoint<'getPing'>('ALL', '/api/v1/ping', 'raw')
export const getRobotsTxt = endpoint<'getRobotsTxt'>('GET', '/robots.txt', 'raw')
export const getSecurityTxt = endpoint<'getSecurityTxt'>('GET', '/security.txt', 'raw')
export const getSitemapXml = endpoint<'getSitemapXml'>('GET', '/sitemap.xml', 'raw')
export const getTeapot = endpoint<'getTeapot'>('ALL', '/teapot', 'raw')
