/** One line of the doctor: what was looked at, what was found, and what to do about it. */
export interface Finding {
  status: 'good' | 'warning' | 'broken'
  subject: string
  found: string
  advice?: string
}

export function good(subject: string, found: string): Finding {
  return { status: 'good', subject, found }
}

export function warning(subject: string, found: string, advice: string): Finding {
  return { status: 'warning', subject, found, advice }
}

export function broken(subject: string, found: string, advice: string): Finding {
  return { status: 'broken', subject, found, advice }
}
