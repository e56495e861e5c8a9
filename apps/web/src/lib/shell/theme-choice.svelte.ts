import { store } from '../session/store.ts'

export type Theme = 'system' | 'light' | 'dark'

class ThemeChoice {
  current = $state<Theme>('system')

  restore(): void {
    const chosen = store.get('theme')
    this.current = chosen === 'light' || chosen === 'dark' ? chosen : 'system'
  }

  choose(theme: Theme): void {
    this.current = theme
    if (theme === 'system') {
      store.remove('theme')
      delete document.documentElement.dataset['theme']
    } else {
      store.set('theme', theme)
      document.documentElement.dataset['theme'] = theme
    }
  }
}

export const themeChoice = new ThemeChoice()
