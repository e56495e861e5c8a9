import { createServer } from 'node:net'
import type { Settings } from '#foundation/config/settings.ts'
import { buildOrigin, type Origin } from '#foundation/origin.ts'
import { formatBytes } from '../terminal.ts'
import { askServer, type ServerAnswer } from './ask-server.ts'
import { checkWebSocket } from './check-websocket.ts'
import { broken, good, warning, type Finding } from './finding.ts'

const day = 24 * 3_600_000
/** ms */
const clockTolerance = 5000
const soon = 14 * day

/** Answers who it is; `Host` must be the public address. */
const identityPath = '/api/v1/oauth-clients/local'

export interface AddressCheck {
  settings: Settings
  /** Of this server's database; undefined when it could not be asked. */
  clientId: string | undefined
  /** Whether some server works on the data folder; undefined when nothing tells. */
  running: boolean | undefined
}

/** The ports on this machine, then the public address with its proxy. */
export async function checkAddresses(check: AddressCheck): Promise<Finding[]> {
  return [...(await checkMetricsPort(check)), ...(await checkServerAddresses(check))]
}

/** Nothing when metrics are off. */
async function checkMetricsPort({ settings, running }: AddressCheck): Promise<Finding[]> {
  const { enabled, prometheus_exporter: exporter } = settings.open_telemetry.metrics
  if (!enabled) return []
  const subject = 'metrics port'
  const at = `${exporter.hostname}:${exporter.port}`
  const fault = await tryListening(exporter.hostname, exporter.port)
  if (fault === undefined ? !running : fault === 'EADDRINUSE' && running !== false) {
    return [good(subject, fault ? `${at} is in use` : `${at} is free`)]
  }
  const advice = 'Set another open_telemetry.metrics.prometheus_exporter.port.'
  if (fault === undefined) return [warning(subject, `a server runs, but nobody listens on ${at}`, 'Its log says why.')]
  return [broken(subject, `${at} cannot be used (${fault})`, advice)]
}

async function checkServerAddresses(check: AddressCheck): Promise<Finding[]> {
  const origin = buildOrigin(check.settings.webserver)
  const { state, finding } = await checkPort(check, origin)
  if (state !== 'ours') {
    if (state === 'taken') return [finding]
    const advice = 'Start the server and run `sepiola doctor` again: it then also looks at the public address.'
    return [finding, warning('public address', `${origin.url} was not tried, as the server does not run`, advice)]
  }
  return [finding, ...(await checkPublicAddress(check, origin))]
}

async function checkPort({ settings, clientId, running }: AddressCheck, origin: Origin) {
  const { hostname, port } = settings.listen
  const host = hostname === '::' || hostname === '0.0.0.0' ? '127.0.0.1' : hostname
  const at = `${hostname}:${port}`
  const local = new URL(`http://${host.includes(':') ? `[${host}]` : host}:${port}${identityPath}`)
  const answer = await askServer(local, { host: origin.host }).catch((error: NodeJS.ErrnoException) => error)
  if (!(answer instanceof Error)) {
    if (isThisServer(answer, clientId)) return { state: 'ours', finding: good('port', `this server answers on ${at}`) }
    const advice = 'Stop the other program, or set another listen.port.'
    return { state: 'taken', finding: broken('port', `something else answers on ${at}`, advice) }
  }
  const fault = await tryListening(hostname, port)
  if (fault === 'EACCES') {
    const advice = 'Ports below 1024 are for root: use a reverse proxy, and a higher listen.port.'
    return { state: 'taken', finding: broken('port', `${at} is not allowed to this user`, advice) }
  }
  if (fault) {
    const advice = 'Another program holds it, or listen.hostname is no address of this machine.'
    return { state: 'taken', finding: broken('port', `${at} cannot be used (${fault})`, advice) }
  }
  if (running) {
    const advice = 'It may be starting, or be a worker (--role worker); else its log says why it does not listen.'
    return { state: 'free', finding: warning('port', `a server runs, but nothing answers on ${at}`, advice) }
  }
  return { state: 'free', finding: good('port', `${at} is free`) }
}

async function checkPublicAddress({ clientId }: AddressCheck, origin: Origin): Promise<Finding[]> {
  const subject = 'public address'
  let answer: ServerAnswer
  const asked = Date.now()
  try {
    answer = await askServer(new URL(identityPath, origin.url))
  } catch (error) {
    const { code = '', message } = error as NodeJS.ErrnoException
    return [broken(subject, `${origin.url}: ${message || code}`, adviseOnFailure(code, origin))]
  }
  if (!isThisServer(answer, clientId)) {
    const advice = `Look at the proxy and the DNS entry of ${origin.hostname}; the proxy must pass the Host header on.`
    return [broken(subject, `${origin.url} answers ${answer.status}, but not as this server`, advice)]
  }
  const findings = [good(subject, `${origin.url} leads to this server`)]
  if (answer.certificateEnd) findings.push(describeCertificate(answer.certificateEnd))
  const date = Date.parse(answer.headers.date ?? '')
  // The header counts whole seconds.
  if (date) findings.push(describeClock(Math.max(0, Math.abs(date + 500 - (asked + Date.now()) / 2) - 500)))
  findings.push(await checkBodySize(origin), await checkWebSocket(origin))
  return findings
}

function isThisServer({ status, body }: ServerAnswer, clientId: string | undefined): boolean {
  if (status !== 200 || clientId === undefined) return false
  try {
    return (JSON.parse(body) as { client_id?: unknown }).client_id === clientId
  } catch {
    return false
  }
}

function describeCertificate(end: Date): Finding {
  const left = end.getTime() - Date.now()
  const found = `valid until ${end.toISOString().slice(0, 10)}`
  const advice = 'It should renew itself: look at what does it (certbot, caddy, …).'
  return left < soon ? warning('certificate', found, advice) : good('certificate', found)
}

function describeClock(drift: number): Finding {
  return drift <= clockTolerance
    ? good('clock', 'agrees with the public address')
    : broken('clock', `differs by ${Math.round(drift / 1000)} s from the public address`, 'Run a time service (NTP).')
}

/** From the largest; the server itself refuses the request for want of a session, whatever its size. */
const bodySizes = [1024, 256, 64, 16, 4, 1].map((size) => size * 1024 ** 2)

async function checkBodySize(origin: Origin): Promise<Finding> {
  const subject = 'uploads'
  const url = new URL('/api/v1/videos/upload-resumable?upload_id=doctor', origin.url)
  const advice = 'Let the proxy take any size (nginx: client_max_body_size 0): the server checks quotas itself.'
  for (const [index, size] of bodySizes.entries()) {
    const status = await askServer(url, { method: 'PUT', declared: size }).then(
      (answer) => answer.status,
      (error: NodeJS.ErrnoException) => error.code ?? error.message,
    )
    if (status === 401 && index === 0) return good(subject, `bodies of ${formatBytes(size)} and more come through`)
    if (status === 401) return broken(subject, `the proxy refuses bodies of more than ${formatBytes(size)}`, advice)
    if (status === 413) continue
    const buffered = 'Let the proxy pass uploads on as they come (nginx: proxy_request_buffering off).'
    if (status === 'ETIMEDOUT') return warning(subject, 'the proxy keeps bodies until they are whole', buffered)
    return warning(subject, `a large body was answered with ${status}`, advice)
  }
  return broken(subject, `the proxy refuses bodies of ${formatBytes(bodySizes.at(-1)!)}`, advice)
}

function adviseOnFailure(code: string, { hostname, https }: Origin): string {
  if (code === 'ENOTFOUND') return `${hostname} has no DNS entry, or webserver.hostname is misspelt.`
  if (code.startsWith('CERT') || code.includes('CERTIFICATE') || code.startsWith('ERR_TLS')) {
    return 'The certificate is not valid for this name: look at what makes it (certbot, caddy, …).'
  }
  if (code === 'EPROTO' && https) return 'This port speaks no HTTPS: see webserver.https and webserver.port.'
  return 'Look at the proxy and the firewall; some routers do not lead their own public address back inside.'
}

async function tryListening(hostname: string, port: number): Promise<string | undefined> {
  const server = createServer()
  return new Promise((resolve) => {
    server.once('error', (error: NodeJS.ErrnoException) => resolve(error.code ?? error.message))
    server.listen(port, hostname, () => server.close(() => resolve(undefined)))
  })
}
