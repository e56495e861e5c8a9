import { defineFeature } from '#foundation/feature.ts'
import { playerSettingsOperations } from './player-settings.routes.ts'

export const playerSettingsFeature = defineFeature({ name: 'player-settings', operations: playerSettingsOperations })
