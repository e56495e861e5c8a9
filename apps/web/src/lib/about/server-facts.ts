/** What the about pages read of `GET /config`. */
export interface ServerFacts {
  instance: {
    serverCountry: string
    isNSFW: boolean
    defaultNSFWPolicy: 'do_not_list' | 'warn' | 'blur' | 'display'
    support: { text: string; html?: string }
    social: { externalLink: string; mastodonLink: string; blueskyLink: string; xLink: string }
  }
  contactForm: { enabled: boolean }
  email: { enabled: boolean }
  signup: { allowed: boolean; requiresApproval: boolean }
  transcoding: { enabledResolutions: number[] }
  live: { enabled: boolean }
  import: { videos: { http: { enabled: boolean }; torrent: { enabled: boolean } } }
  tracker: { enabled: boolean }
  defaults: { p2p: { webapp: { enabled: boolean } } }
  user: { videoQuota: number }
}

/** `render` makes trusted HTML of Markdown. */
export function pickFacts(config: ServerFacts, render: (text: string) => string): ServerFacts {
  const { instance, contactForm, email, signup, transcoding, live, tracker, defaults, user } = config
  const { serverCountry, isNSFW, defaultNSFWPolicy, support, social } = instance
  const { externalLink, mastodonLink, blueskyLink, xLink } = social
  return {
    instance: {
      serverCountry,
      isNSFW,
      defaultNSFWPolicy,
      support: { text: '', html: support.html ?? (support.text ? render(support.text) : '') },
      social: { externalLink, mastodonLink, blueskyLink, xLink },
    },
    contactForm,
    email,
    signup,
    transcoding: { enabledResolutions: transcoding.enabledResolutions },
    live: { enabled: live.enabled },
    import: { videos: config.import.videos },
    tracker: { enabled: tracker.enabled },
    defaults: { p2p: { webapp: defaults.p2p.webapp } },
    user: { videoQuota: user.videoQuota },
  }
}
