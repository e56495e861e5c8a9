import { builtInThemes } from '@sepiola/contract/enums.ts'
import { actorImageView } from '#features/accounts/public.ts'
import { clientSettingsView } from './client-settings.view.ts'
import type { Config, ConfigInput } from './config-input.ts'
import { fileLimitsView } from './file-limits.view.ts'
import { logoView } from './logo.view.ts'
import { liveView, publishingView } from './publishing.view.ts'

const noTheme = 'default'

/** `ServerConfig` (spec 02 §6.1): what a client must know about the server before it shows anything. */
export function serverConfigView(input: ConfigInput): Config {
  const { settings } = input
  return {
    ...platformPart(input),
    ...publishingView(settings),
    ...liveView(settings),
    ...clientSettingsView(settings),
    ...fileLimitsView(input),
    serverVersion: input.serverVersion,
    ...(input.serverCommit === undefined ? {} : { serverCommit: input.serverCommit }),
  }
}

function platformPart({ settings, origin, facts, ...input }: ConfigInput) {
  const { instance, search, signup, theme } = settings
  return {
    instance: {
      name: instance.name,
      shortDescription: instance.short_description,
      defaultClientRoute: instance.default_client_route,
      isNSFW: instance.is_nsfw,
      defaultNSFWPolicy: instance.default_nsfw_policy,
      serverCountry: instance.server_country,
      defaultLanguage: instance.default_language,
      support: { text: instance.support.text },
      social: {
        externalLink: instance.social.external_link,
        mastodonLink: instance.social.mastodon_link,
        blueskyLink: instance.social.bluesky_link,
        xLink: instance.social.x_link,
      },
      customizations: { javascript: instance.customizations.javascript, css: instance.customizations.css },
      avatars: facts.avatars.map((image) => actorImageView(origin, image)),
      banners: facts.banners.map((image) => actorImageView(origin, image)),
      logo: logoView(origin, facts),
    },
    search: {
      remoteUri: { users: search.remote_uri.users, anonymous: search.remote_uri.anonymous },
      searchIndex: {
        enabled: search.search_index.enabled,
        url: search.search_index.url,
        disableLocalSearch: search.search_index.disable_local_search,
        isDefaultSearch: search.search_index.is_default_search,
      },
    },
    plugin: { registered: [], registeredExternalAuths: [], registeredIdAndPassAuths: [] },
    theme: {
      registered: [],
      builtIn: builtInThemes.map((name) => ({ name })),
      default: builtInThemes.some((name) => name === theme.default) ? theme.default : noTheme,
      customization: {
        primaryColor: theme.customization.primary_color,
        onPrimaryColor: theme.customization.on_primary_color,
        foregroundColor: theme.customization.foreground_color,
        backgroundColor: theme.customization.background_color,
        backgroundSecondaryColor: theme.customization.background_secondary_color,
        menuForegroundColor: theme.customization.menu_foreground_color,
        menuBackgroundColor: theme.customization.menu_background_color,
        menuBorderRadius: theme.customization.menu_border_radius,
        headerForegroundColor: theme.customization.header_foreground_color,
        headerBackgroundColor: theme.customization.header_background_color,
        inputBorderRadius: theme.customization.input_border_radius,
      },
    },
    email: { enabled: input.emailEnabled },
    contactForm: { enabled: settings.contact_form.enabled },
    signup: {
      allowed: input.signupAllowed,
      allowedForCurrentIP: input.signupAllowedForCurrentIP,
      requiresEmailVerification: signup.requires_email_verification,
      requiresApproval: signup.requires_approval,
      minimumAge: signup.minimum_age,
    },
    tracker: { enabled: settings.tracker.enabled },
    followings: {
      instance: { autoFollowIndex: { indexUrl: settings.followings.instance.auto_follow_index.index_url } },
    },
    federation: { enabled: settings.federation.enabled },
    homepage: { enabled: facts.hasHomepage },
    blocklist: { publicLog: { enabled: settings.blocklist.public_log.enabled } },
    webadmin: { configuration: { edition: { allowed: settings.webadmin.configuration.edition.allowed } } },
    broadcastMessage: {
      enabled: settings.broadcast_message.enabled,
      message: settings.broadcast_message.message,
      level: settings.broadcast_message.level,
      dismissable: settings.broadcast_message.dismissable,
    },
    openTelemetry: {
      metrics: {
        enabled: settings.open_telemetry.metrics.enabled,
        playbackStatsInterval: settings.open_telemetry.metrics.playback_stats_interval,
      },
    },
  } satisfies Partial<Config>
}
