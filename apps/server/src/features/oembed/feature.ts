import { defineFeature } from '#foundation/feature.ts'
import { getOembed } from './get-oembed.ts'

export const oembedFeature = defineFeature({ name: 'oembed', operations: [getOembed] })
