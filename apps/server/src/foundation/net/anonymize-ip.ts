import ipaddr from 'ipaddr.js'

/** Keeps the network only: /24 of an IPv4 address, /48 of an IPv6 one (`log.anonymize_ip`). Other texts stay. */
export function anonymizeIp(address: string): string {
  if (!ipaddr.isValid(address)) return address
  const parsed = ipaddr.process(address)
  const kept = parsed.kind() === 'ipv4' ? 3 : 6
  const bytes = parsed.toByteArray().map((byte, index) => (index < kept ? byte : 0))
  return ipaddr.fromByteArray(bytes).toString()
}
