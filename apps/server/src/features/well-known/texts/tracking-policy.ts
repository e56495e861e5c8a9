/** What the software does, for visitors who ask not to be tracked; a platform that does more must say so itself. */
export function trackingPolicy(instance: string): string {
  return `Do Not Track on ${instance}

This describes what the server software does with visitors, whether or not their browser sends "DNT: 1" or
"Sec-GPC: 1". It is not the policy text of the Electronic Frontier Foundation.

1. No third party is asked to count, follow or identify visitors, and no identifier is stored in a browser for that
   purpose. Without an account a browser keeps only what its user chose: language, theme, volume, and the like.
2. A view of a video is counted with a short-lived random number or the address of the visitor, kept in memory to count
   nobody twice. Country, browser and system of viewers are kept as totals of a video, without addresses.
3. Access logs hold addresses, unless the platform anonymises them, and are rotated away.
4. With peer-to-peer playback on, other viewers of the same video can see the visitor's address. It can be switched off
   in the player's settings.
5. With an account, what was watched is kept for its owner while the history is switched on, and deleted on demand.
`
}
