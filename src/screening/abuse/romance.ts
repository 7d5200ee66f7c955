import type { Lexicon } from './lexicon.ts';

export const french: Lexicon = {
  language: 'fr',
  address: 'tu toi tes vous votre vos etes',
  threat: `
    (je|on) (vais|va|vai) (te|vous|tous_vous) ~ (tuer|crever|buter|egorger|flinguer|violer|massacrer|saigner|pendre)
    (je|j) (te|vous) (tuerai|bute|buterai|egorge|egorgerai|flingue|creve|creverai|viole|violerai|massacre)
    (tu|vous) (merites|meritez) (tous)? (de|d) ~ (mourir|crever|etre_pendu|etre_pendus|etre_fusille|etre_fusilles|etre_abattu|etre_abattus), (tu|vous) (merites|meritez) (la_mort|une_balle)
    (il_faut|faut|il_faudrait|faudrait|on_devrait) (te|vous|tous_les|les) ~ (pendre|fusiller|gazer|egorger|buter|flinguer|lyncher|lapider|guillotiner|decapiter)
    (va|allez|vas) (te|vous|t) (pendre|suicider|tuer), ^ (va|allez) (donc)? (crever|mourir), (va|allez) crever (connard|connards|connasse|salope|ordure|ordures|en_enfer), creve(|z) (donc|salope|connard|ordure|charogne|sale)
    (j_espere|esperons) que (tu|vous) ~ (vas|allez)? ~ (crever|creves|crevez|mourir_bientot), (tu|vous) ~ (prendre|recevoir) une balle dans la (tete|nuque|tronche)
    au poteau d execution, (je|on) (sais|sait) ou (tu|vous) (habites|habitez), (mort_aux|a_mort_les) (juifs|arabes|musulmans|noirs|pedes|flics|migrants|blancs)
  `,
  slur: `
    fils de (pute|putes|chien|chienne), nique (ta|sa|ton|vos|tes|la_france|la_police|les_juifs|les_flics), niquez (vos|votre|ta), encul(e|es|ee|ees), enculeur(|s)
    bougnoul(|e|es|s), sale(|s) (bicot|bicots|bamboula|bamboulas|negre|negres|arabe|arabes|juif|juifs|juive|noir|noirs|pd|pede|pedes|pute|putes|gouine|gouines|race|chinois|musulman|musulmans|rom|roms|chien|chienne)
    youpin(|s|e|es), youtre(|s), tarlouze(|s), tafiole(|s), tantouze(|s), (sale|gros|petit|espece_de) (pede|pedes|gouine|tapette|pd)
    crouille(|s), melon(|s) de merde, (arabe|arabes|juif|juifs|noir|noirs|musulman|musulmans|negre|negres) de merde
    (va|allez|vas) (te|vous) faire (foutre|enculer|mettre), suce (ma|mes) (bite|couilles), ferme(|z) (ta|vos|votre) (gueule|gueules), ta gueule ~ (connard|conne|connasse|pute|pd)
    (mongol|mongolien|trisomique) de merde, gros(se)? (pute|salope|connasse|truie), espece d (idiot|idiote|imbecile|abruti), bande d (abrutis|idiots|imbeciles|encules), espece de ~ (con|conne|connard|merde|ordure|pute|salope)
  `,
  profanity: `
    connard(|s), connasse(|s), salop(e|es), salaud(|s), (une|petite|grosse|vieille) pute, conne(|s), batard(|s|e|es)
    merdeu(x|se|ses), emmerdeur(|s), couillon(|s|ne), pouffiass(e|es), petasse(|s), trou(|s) du cul
    tocard(|s), branleur(|s), bite(s)? dans, enfoir(e|es|ee), raclure(|s), sac(|s) a merde, sous merde(|s)
    (gros|pauvre|sale|vieux|petit|bande_de|quel) con(|s|ne|nes), leche (cul|culs), suceur(|s)
  `,
  insult: `
    imbecile(|s), sale (ordure|ordures|porc|truie), abruti(|s|e|es), cretin(|s|e|es), (etes|es|gros|pauvre|vrai|bande_d|bande_de) ~ (idiot|idiote|idiots|debile|debiles|tare|tares|degenere|degeneres)
    (gros|pauvre|bande_d) (attarde|attardes), crevure(|s), pourriture(|s), cloporte(|s), rat(|s) puant(|s), gros porc, boloss, bouffon(|s|ne), gros(se)? (nul|nulle)
  `,
  harmless: `
    (traite|traitee|traites|traitees|traiter|traitait|insulte|insultee|insulter) (aussi)? de (sale|sales) (arabe|arabes|juif|juifs|juive|noir|noirs|negre|negres|pd|pede|pedes|gouine|pute|race|chinois|musulman|musulmans|rom|roms)
    (traite|traitee|traites|traitees|traiter|traitait) de (pute|connard|connards|connasse|salope|salaud|batard|abruti|con)
  `,
};

export const spanish: Lexicon = {
  language: 'es',
  address: 'tu ti eres usted ustedes vos sos tus vosotros sois vuestra vuestro te_crees te_voy',
  threat: `
    (te|os) (voy|vamos) a ~ (matar|rajar|violar|reventar|degollar|pegar_un_tiro|disparar|romper_la_cara|partir_la_cara|quemar_vivo|quemar_vivos)
    (voy|vamos) a (matarte|mataros|violarte|rajarte|reventarte|degollarte|partirte_la_cara)
    te (mato|matare|rajo|rajare|degollare|violare|reviento|reventare|pego_un_tiro)
    (mereces|mereceis|merecias) (que_te|que_os)? ~ (morir|la_muerte|morirte|maten|un_tiro|fusilen|una_bala), (hay|habria) que (matarte|mataros|fusilarlos|fusilarte|ahorcarlos|gasearlos|lincharlos|exterminarlos)
    ojala (te|os) ~ (mueras|murais|maten|mates|pudras|violen|peguen_un_tiro|de_cancer), ^ muerete, muerete (de_una_vez|ya|perra|perro|puta), ^ matate, suicidate, cuelgate de un
    al paredon (todos|con_todos|con_ellos|contigo), muerte a (los|las) (judios|moros|gitanos|negros|maricones|fachas|rojos), (se|sabemos) donde (vives|vivis)
  `,
  slur: `
    hij(o|os|a|as) de (puta|putas|la_gran_puta|la_chingada|perra|mil_putas|tu_puta), hijueputa(|s), hijoputa(|s), malparid(o|os|a|as)
    maric(on|ones|onazo), marica(|s) de mierda, puto(s)? (moro|moros|negro|negros|gitano|gitanos|judio|judios|marica|maricon|sudaca|sudacas)
    sudaca(|s) de mierda, (moro|moros|negro|negros|gitano|gitanos|judio|judios|indio|indios|panchito|panchitos|sudaca|sudacas|chino|chinos) de mierda, moromierda
    chinga(r)? (tu|a_tu|su|a_su) (madre|puta_madre), chinguen a su madre, que (te|os) pario, me cago en (tu|tus|vuestra|vuestros) (madre|puta_madre|muertos|padre|estampa), (vete|vayanse|iros|idos) a la (mierda|verga|chingada)
    que (te|os) (jodan|den_por_culo|follen), jodete, jodeos, (come|comeme|chupa|chupame) (la|el|mi) (polla|verga|pija|pinga|huevo), come mierda, tu puta madre, concha de tu (madre|hermana), concha tu madre, negrata(|s)
    pinche (puto|puta|joto|indio|naco|pendejo|cabron), jotos, puta de mierda, subnormal(es)? de mierda, (cierra|calla|callate|cerra) (la|tu) puta boca
  `,
  profanity: `
    gilipollas, cabron(|es|a|azo), put(a|as), putos, capull(o|os), pendej(o|os|a|as), mamon(|es), culer(o|os), pelotud(o|os|a|as)
    comemierda(|s), tocapelotas, soplapollas, chupapollas, lameculos, mamaguev(o|os), mamahuevo
    cabroncete, bastard(o|os|a|as), huevon(|es), malnacid(o|os|a|as), (sois|eres) ~ mierda, pajillero(|s)
  `,
  insult: `
    (sois|eres|sos|pedazo_de|grandisimo|menudo) ~ ~ (idiota|idiotas|imbecil|imbeciles|estupido|estupida|estupidos|tonto|tonta|tontos|payaso|payasos|cerdo|cerdos|cerda|rata|ratas|parasito|inutil|inutiles|escoria)
    subnormal(|es), imbecil(|es), idiota(|s), retrasad(o|os|a|as) mental(|es), basura humana, descerebrad(o|os|a|as)
  `,
  harmless: `
    (de|la) puta (madre|pena) (es|esta|estuvo), tonto el ultimo, no (se|sabemos) donde (vives|vivis), puta (vida|madre), ni puta (idea|gracia|falta)
  `,
};
