import type { GroupMessages } from '../i18n.ts'

export const messages: GroupMessages<'browse'> = {
  'group.before': 'Plus ancien',
  'group.day': 'Dernières 24 heures',
  'group.week': '7 derniers jours',
  'home.emptyAction': 'Publier une vidéo',
  'home.emptyText': 'Les vidéos publiées ici apparaissent sur cette page, les plus récentes en premier.',
  'home.emptyTitle': 'L’écran est encore noir',
  'home.mostViewed': 'Les plus vues',
  'home.newest': 'Récentes',
  'home.sorting': 'Ordre des vidéos',
}
