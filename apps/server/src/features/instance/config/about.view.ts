import type { z } from 'zod'
import type { ServerConfigAbout } from '@sepiola/contract/schemas/server-config.ts'
import { actorImageView } from '#features/accounts/public.ts'
import type { ConfigInput } from './config-input.ts'

type About = z.input<ReturnType<typeof ServerConfigAbout>>

/** `ServerConfigAbout` (spec 02 §6.1): the texts that describe the platform. */
export function aboutView({
  settings: { instance },
  origin,
  facts,
}: Pick<ConfigInput, 'settings' | 'origin' | 'facts'>): About {
  return {
    instance: {
      name: instance.name,
      shortDescription: instance.short_description,
      description: instance.description,
      terms: instance.terms,
      codeOfConduct: instance.code_of_conduct,
      hardwareInformation: instance.hardware_information,
      creationReason: instance.creation_reason,
      moderationInformation: instance.moderation_information,
      administrator: instance.administrator,
      maintenanceLifetime: instance.maintenance_lifetime,
      businessModel: instance.business_model,
      languages: instance.languages ?? [],
      categories: instance.categories ?? [],
      avatars: facts.avatars.map((image) => actorImageView(origin, image)),
      banners: facts.banners.map((image) => actorImageView(origin, image)),
    },
  }
}
