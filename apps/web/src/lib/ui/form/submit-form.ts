import { tick } from 'svelte'
import type { Form } from './form.svelte.ts'

/** Submits, and leads to the first thing that is wrong. */
export async function submitForm<T extends object>(event: SubmitEvent, form: Form<T>): Promise<void> {
  event.preventDefault()
  const element = event.currentTarget as HTMLFormElement
  if (form.saving || (await form.submit())) return
  await tick()
  element.querySelector<HTMLElement>('[aria-invalid="true"], [data-refusal]')?.focus()
}
