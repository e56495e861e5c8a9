// Made by scripts/generate-api-client.ts out of the contract; do not edit.
export * from './misc/get-nodeinfo-by-version-json.ts'
export * from './misc/get-ping.ts'
export * from './misc/get-robots-txt.ts'
export * from './misc/get-security-txt.ts'
export * from './misc/get-sitemap-xml.ts'
export * from './misc/get-teapot.ts'
