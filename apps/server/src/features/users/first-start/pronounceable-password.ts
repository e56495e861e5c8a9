import { randomInt } from 'node:crypto'

const consonants = 'bcdfghjkmnprstvwxz'
const vowels = 'aeiouy'

/** 20 letters that can be read aloud, consonants and vowels in turn: about 67 bits. */
export function generatePronounceablePassword(length = 20): string {
  const pick = (letters: string) => letters[randomInt(letters.length)]
  return Array.from({ length }, (_, index) => pick(index % 2 === 0 ? consonants : vowels)).join('')
}
