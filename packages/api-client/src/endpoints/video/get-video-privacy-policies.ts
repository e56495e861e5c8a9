// Made by scripts/generate-api-client.ts out of the contract; do not edit.
import { endpoint } from '../../endpoint.ts'

export const getVideoPrivacyPolicies = endpoint<'getVideoPrivacyPolicies'>('GET', '/api/v1/videos/privacies', 'json')
