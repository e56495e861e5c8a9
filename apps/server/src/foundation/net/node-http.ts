/**
 * Of Node's HTTP. An `import` of it reads all that it exports, `WebSocket` included, for which Node loads a fetch of its
 * own: 12 MB, and a twentieth of a start.
 */
export const { createServer, request, STATUS_CODES } = process.getBuiltinModule('node:http')
