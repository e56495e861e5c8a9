import fs from 'node:fs'
import path from 'node:path'

const renderer = `import { readdirSync, readFileSync } from 'node:fs'
import { server } from './instance.js'

/** The client's style sheets by their address. */
function readStyles() {
  const folder = new URL('../client/immutable/assets/', import.meta.url)
  const names = readdirSync(folder).filter((name) => name.endsWith('.css'))
  return new Map(names.map((name) => ['/client/immutable/assets/' + name, readFileSync(new URL(name, folder), 'utf8')]))
}

/**
 * Renders pages inside the process of the API: loads ask \`fetchApi\`, no socket is opened.
 * @param {{
 *   fetchApi: (path: string, init: { headers: Record<string, string> }) => Promise<Response>,
 *   origin: string
 * }} options \`origin\` is the public one, without a final slash.
 */
export async function createRenderer({ fetchApi, origin }) {
  await server.init({ env: {} })
  const styles = readStyles()
  const platform = { fetchApi, origin, readStyle: (path) => styles.get(path) }
  return {
    /** @param {Request} request @returns {Promise<Response>} */
    render: (request) => server.respond(request, { platform, getClientAddress: () => '127.0.0.1' }),
    manifest,
  }
}
`

/**
 * \`build/client\` holds what is served below /client/, with .br and .gz beside each file;
 * \`build/server/render.js\` renders pages (its docstring says how).
 * @returns {import('@sveltejs/kit').Adapter}
 */
export default function sepiolaAdapter() {
  return {
    name: 'sepiola',
    async adapt(builder) {
      const out = path.resolve('build')
      const staging = builder.getBuildDirectory('staging')
      for (const dir of [out, staging]) fs.rmSync(dir, { recursive: true, force: true })

      builder.writeClient(staging)
      fs.mkdirSync(out, { recursive: true })
      fs.renameSync(path.join(staging, builder.getAppPath()), path.join(out, 'client'))
      await builder.compress(path.join(out, 'client'))

      const server = path.join(out, 'server')
      builder.writeServer(server)
      builder.generateServerInstance(path.join(server, 'instance.js'), { serverDirectory: server })
      const manifest = {
        version: builder.config.version.name,
        assets: '/client/',
        routes: builder.routes.filter((route) => route.page.methods.length > 0).map((route) => route.id),
      }
      fs.writeFileSync(
        path.join(server, 'render.js'),
        `${renderer}\nexport const manifest = ${JSON.stringify(manifest, null, 2)}\n`,
      )
      fs.writeFileSync(path.join(server, 'package.json'), '{ "type": "module" }\n')
    },
  }
}
