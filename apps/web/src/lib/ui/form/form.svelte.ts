import { ApiProblem } from '@sepiola/api-client/api-problem.ts'
import { getContext, setContext, untrack } from 'svelte'
import { useI18n, type I18n } from '#lib/i18n/i18n.ts'
import { refusalText } from './refusal-text.ts'
import { sameValue, valueAt } from './value-at.ts'

export interface FormOptions<T extends object> {
  /** What is stored now; copied. Names of fields are paths into it, such as `signup.limit`. */
  values: T
  /** Rules as typed: name of the field → what is wrong, in the person's words. */
  check?: (values: T) => Record<string, string | undefined>
  /**
   * Sends what was filled in; `changed` has the top-level members that differ from what is stored. Its refusal is
   * shown: `invalid-params` at the fields that have these names, everything else above the button.
   */
  save: (values: T, changed: Partial<T>) => Promise<void>
  /** Refusals whose cause is known better than their status says: what to say, at which field if it is one's fault. */
  explain?: (problem: ApiProblem, values: T) => { name?: string; text: string } | undefined
}

export interface Change {
  name: string
  label: string
  /** Absent where the value is long or secret. */
  from?: string
  to?: string
}

/** What a field tells its form. */
export interface FormField {
  label: () => string
  /** How a value is read out among the changes; undefined when it is long or secret. */
  say?: (value: unknown) => string | undefined
}

/** What is filled in, what is stored, what is wrong with it, and its way to the server. */
export class Form<T extends object> {
  values: T = $state()!
  saving = $state(false)
  /** Saved, and nothing touched since. */
  saved = $state(false)
  /** Why it was refused, when that is no field's fault. */
  problem = $state('')
  #stored: T = $state.raw()!
  #touched: Record<string, true> = $state({})
  #refused: Record<string, { text: string; value: unknown }> = $state.raw({})
  #askedForAll = $state(false)
  /** Counts what happens to `#fields`. */
  #registered = $state(0)
  readonly #fields = new Map<string, FormField>()
  readonly #options: FormOptions<T>
  readonly #i18n: I18n

  constructor(options: FormOptions<T>, i18n: I18n) {
    this.#options = options
    this.#i18n = i18n
    this.values = copy(options.values)
    this.#stored = copy(options.values)
  }

  readonly wrong: Record<string, string | undefined> = $derived.by(() => this.#options.check?.(this.values) ?? {})
  readonly valid = $derived(Object.values(this.wrong).every((text) => !text))
  readonly changed = $derived(!sameValue($state.snapshot(this.values), this.#stored))

  /** What to say at a field: nothing before it was touched. */
  errorOf(name: string): string | undefined {
    const refused = this.#refused[name]
    if (refused && sameValue(refused.value, $state.snapshot(valueAt(this.values, name)))) return refused.text
    return this.#askedForAll || this.#touched[name] ? this.wrong[name] || undefined : undefined
  }

  touch(name: string): void {
    this.#touched[name] = true
  }

  /** Called by the fields; returns how to take it back. */
  register(name: string, field: FormField): () => void {
    // Who registers in an effect is not to run again for that.
    const count = () => untrack(() => this.#registered++)
    this.#fields.set(name, field)
    count()
    return () => {
      this.#fields.delete(name)
      count()
    }
  }

  /** What would be saved, field by field. */
  changes(): Change[] {
    const found: Change[] = []
    void this.#registered
    for (const [name, { label, say }] of this.#fields) {
      const [from, to] = [valueAt(this.#stored, name), $state.snapshot(valueAt(this.values, name))]
      if (sameValue(from, to)) continue
      const [before, after] = [say?.(from), say?.(to)]
      found.push({
        name,
        label: label(),
        ...(before !== undefined && after !== undefined ? { from: before, to: after } : {}),
      })
    }
    return found
  }

  /** Back to what is stored. */
  reset(): void {
    this.values = copy(this.#stored)
    this.#forget()
  }

  /** What is stored has changed elsewhere. */
  store(values: T): void {
    this.#stored = copy(values)
    this.reset()
  }

  /** True when it was saved. What was filled in stays when it was not. */
  async submit(): Promise<boolean> {
    if (this.saving) return false
    this.problem = ''
    this.saved = false
    this.#refused = {}
    this.#askedForAll = true
    if (!this.valid) return false
    this.saving = true
    const values = $state.snapshot(this.values) as T
    try {
      await this.#options.save(values, differing(values, this.#stored))
    } catch (problem) {
      this.#refuse(problem)
      return false
    } finally {
      this.saving = false
    }
    this.#stored = values
    this.#forget()
    this.saved = true
    return true
  }

  #refuse(problem: unknown): void {
    const known = problem instanceof ApiProblem ? this.#options.explain?.(problem, this.values) : undefined
    if (known && known.name === undefined) {
      this.problem = known.text
      return
    }
    const refused: Record<string, string> = known?.name === undefined ? {} : { [known.name]: known.text }
    const elsewhere: string[] = []
    if (!known && problem instanceof ApiProblem) {
      for (const [path, { msg }] of Object.entries(problem.invalidParams)) {
        if (this.#fields.has(path)) refused[path] = msg || this.#i18n.t('form.refused')
        else elsewhere.push(`${path}: ${msg}`)
      }
    }
    this.#refused = Object.fromEntries(
      Object.entries(refused).map(([name, text]) => [
        name,
        { text, value: $state.snapshot(valueAt(this.values, name)) },
      ]),
    )
    const placed = Object.keys(refused).length > 0
    if (!placed || elsewhere.length) {
      this.problem = elsewhere.length ? elsewhere.join(' · ') : refusalText(this.#i18n, problem)
    }
  }

  #forget(): void {
    this.#touched = {}
    this.#refused = {}
    this.#askedForAll = false
    this.problem = ''
    this.saved = false
  }
}

function copy<T>(value: T): T {
  return structuredClone($state.snapshot(value)) as T
}

function differing<T extends object>(values: T, stored: T): Partial<T> {
  const entries = Object.entries(values).filter(([name, value]) => !sameValue(value, valueAt(stored, name)))
  return Object.fromEntries(entries) as Partial<T>
}

/** To be called while a component is made. */
export function createForm<T extends object>(options: FormOptions<T>): Form<T> {
  return new Form(options, useI18n())
}

const key = Symbol('form')
export const provideForm = (form: Form<object>): Form<object> => setContext(key, form)
/** The form around a field; a field also works without one. */
export const useForm = (): Form<object> | undefined => getContext(key)
