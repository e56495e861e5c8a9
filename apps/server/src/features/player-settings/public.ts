// What higher slices may use of player settings; its event is in player-settings.events.ts.
export { upsertTheme } from './player-settings.sql.ts'
