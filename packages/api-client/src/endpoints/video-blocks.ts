// Made by scripts/generate-api-client.ts out of the contract; do not edit.
import { endpoint } from '../endpoint.ts'

export const addVideoBlock = endpoint<'addVideoBlock'>('POST', '/api/v1/videos/{id}/blacklist', 'nothing', 'json')
export const delVideoBlock = endpoint<'delVideoBlock'>('DELETE', '/api/v1/videos/{id}/blacklist', 'nothing')
export const getVideoBlocks = endpoint<'getVideoBlocks'>('GET', '/api/v1/videos/blacklist', 'json')
export const updateVideoBlock = endpoint<'updateVideoBlock'>('PUT', '/api/v1/videos/{id}/blacklist', 'nothing', 'json')
