/** All origins of names, and how common each is in a council's file, in a harder one, and in a Florida one. */
import { africaMiddleEast } from './africa-middle-east.ts';
import { americas } from './americas.ts';
import { britishIsles } from './british-isles.ts';
import { eastAsia } from './east-asia.ts';
import { europe } from './europe.ts';
import type { Origin } from './origin.ts';
import { southAsia } from './south-asia.ts';

export const allOrigins: readonly Origin[] = [
  ...britishIsles,
  ...europe,
  ...southAsia,
  ...eastAsia,
  ...africaMiddleEast,
  ...americas,
];

/** Percent of people by origin; what is left of a hundred has the first origin. */
export const sharesOf: Readonly<Record<'council' | 'hard' | 'florida', Readonly<Record<string, number>>>> = {
  council: {
    british: 64.5, scottish: 4, welsh: 3.5, irish: 4, caribbean: 1.5, polish: 3, romanian: 2, ukrainian: 0.7, turkish: 0.8, greek: 0.5, italian: 0.9,
    portuguese: 1, spanish: 0.8, pakistani: 2.2, bengali: 1.3, punjabi: 1.4, gujarati: 1.5, tamil: 0.5, chinese: 0.9, 'hong-kong': 0.8, vietnamese: 0.4,
    indonesian: 0.3, arabic: 1, iranian: 0.4, somali: 0.6, yoruba: 0.6, igbo: 0.4, ghanaian: 0.5,
  },
  hard: {
    british: 38, scottish: 4, welsh: 3, irish: 4, caribbean: 3, polish: 4.5, romanian: 3, ukrainian: 1.8, turkish: 2, greek: 1.4, italian: 1.5,
    portuguese: 2, spanish: 2, pakistani: 4, bengali: 3, punjabi: 3, gujarati: 3, tamil: 1.5, chinese: 2, 'hong-kong': 2, vietnamese: 1.3,
    indonesian: 1.2, arabic: 2.5, iranian: 1, somali: 1.6, yoruba: 1.6, igbo: 1.1, ghanaian: 1.5,
  },
  florida: {
    american: 52, spanish: 24, haitian: 3.5, caribbean: 4, irish: 3, italian: 3.5, polish: 1, portuguese: 1.5, british: 2, chinese: 0.8, vietnamese: 0.8,
    gujarati: 0.6, arabic: 0.6, igbo: 0.4, yoruba: 0.4, ghanaian: 0.2, greek: 0.5, punjabi: 0.2, indonesian: 0.3, romanian: 0.2, ukrainian: 0.5,
  },
}; // prettier-ignore
