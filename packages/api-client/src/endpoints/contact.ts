// Made by scripts/generate-api-client.ts out of the contract; do not edit.
export * from './contact/contact-administrator.ts'
