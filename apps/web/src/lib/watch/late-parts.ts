// One piece of script for what few pages show: who asks for one of them asks for all.
export { default as PlayerNotice } from '#lib/player/PlayerNotice.svelte'
export { default as Denied } from './Denied.svelte'
export { default as Veil } from './Veil.svelte'
