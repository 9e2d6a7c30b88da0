/** English forenames that people take beside their own, and short forms of names that no list of English nicknames has. */
import { list, type Sex } from './origin.ts';

/** Taken as a rule by choice, so that they say little about age or origin. */
export const westernForenames: Readonly<Record<Sex, readonly string[]>> = {
  female: list(
    'Amy Grace Cindy Jenny Vivian Winnie Tina Joyce Mary Helen Alice Lily Blessing Queen Faith Joy Angela Carol Fiona Kitty Emily Sandra',
  ),
  male: list(
    'Kevin Jason Eric David Tony Andy Michael Peter Johnny Raymond Alan Kelvin Samuel Emmanuel Daniel Victor Paul Henry Stanley Simon Gary Wilson',
  ),
};

/** Ways one name is written in Latin letters, or pronounced: any of a group for any other. */
export const spellings: readonly (readonly string[])[] = (
  'Mohammed Muhammad Mohamed Mohammad Mohamad Muhammed Mohd|Ahmed Ahmad Ahmet|Hussain Hussein Husain Hossain Hossein|Yusuf Yousef Youssef Yousuf|Omar Umar Omer|Usman Uthman Osman|' +
  'Ayesha Aisha Aysha Asha|Fatima Fatema Fatimah Fadumo|Maryam Mariam Miriam Maryan|Zainab Zaynab Zeinab|Khadija Khadijah Khadra|Rahman Rehman Rahmaan|Chowdhury Choudhury Chaudhry Chaudhary Choudhry|' +
  'Hoque Haque Haq|Miah Mia Miya|Uddin Udin Ud-Din|Ullah Ulla|Begum Begom Bagum|Sheikh Shaikh Sheik|Siddiqui Siddiqi Siddique|Qureshi Quraishi Koreshi|Mahmood Mahmud Mehmood Mahmoud|Khalid Khaled|' +
  'Hassan Hasan|Abdullah Abdallah Abdulla|Abdullahi Abdulahi|Ibrahim Ebrahim Ibraheem|Saleh Salih|Nasser Nasir|Layla Leila Laila|Nour Noor Nur|Tariq Tarek|Walid Waleed|Mohamud Mahamud Mohamoud|' +
  'Patel Pattel|Joshi Jyoshi|Mehta Mheta|Dhillon Dhilon|Sandhu Sindhu|Kulwinder Kulvinder|Jaswinder Jasvinder|Sukhwinder Sukhvinder|Balwinder Balvinder|Gurpreet Gurprit|Subramaniam Subramanian|Lakshmi Laxmi|Sivakumar Shivakumar|' +
  'Oleksandr Alexander Aleksandr|Serhii Sergiy Sergey|Volodymyr Vladimir|Andrii Andriy Andrey|Mykola Nikolai|Yurii Yuriy Yuri|Dmytro Dmitry|Olena Elena|Nataliia Natalia Nataliya|Yuliia Julia Yulia|Tetiana Tatiana|' +
  'Iryna Irina|Oksana Oxana|Georgios George Giorgos|Ioannis John Yiannis|Konstantinos Costas Constantinos|Dimitrios Dimitris Jimmy|Nikolaos Nikos Nicholas|Papadopoulos Papadopulos|Cheung Cheong Zhang|Leung Leong Liang|' +
  'Wong Huang|Chan Chen|Yeung Yang|Ng Wu|Lee Li|Tsang Zeng|Kwok Guo|Chow Zhou|Nguyễn Nguyen|Hoàng Huynh|Vũ Võ|Zhang Chang|Oluwaseun Seun|Mary Maria|Gheorghe George|Ștefan Stefan|Mihai Michael'
)
  .split('|')
  .map(list);

/** Short forms people go by, formal name first. */
export const shortForms: readonly (readonly string[])[] = (
  'Katarzyna Kasia|Małgorzata Gosia|Agnieszka Aga|Magdalena Magda|Elżbieta Ela|Joanna Asia|Aleksandra Ola|Krzysztof Krzysiek Chris|Tomasz Tomek|Piotr Piotrek Peter|Wojciech Wojtek|Grzegorz Greg|Jakub Kuba|Stanisław Staszek Stan|' +
  'Alexandru Alex|Andreea Andra|Gabriela Gabi|Constantin Costel|Oleksandr Sasha|Volodymyr Vova|Kateryna Katya|Anastasiia Nastya|Francisco Paco|José Pepe|Guadalupe Lupe|Alejandro Alex|Alejandra Ale|Jesús Chuy|Isabel Isa|' +
  'Giuseppe Peppe|Francesco Franco|Alessandro Alex|Giovanni Gianni|Vincenzo Enzo|Salvatore Sal|António Toni|Manuel Manny|Francisca Xica|Oluwaseun Seun|Babatunde Tunde|Chukwuemeka Emeka|Olumide Mide|Temitope Tope|Funmilayo Funmi|' +
  'Titilayo Titi|Oluwatobi Tobi|Damilola Dami|Chidinma Dinma|Kosisochukwu Kosi|Okechukwu Okey|Ugochukwu Ugo|Balasubramaniam Bala|Harpreet Harry|Amandeep Aman|Jaswinder Jas|Manpreet Mani|Rajinder Raj|Abdirahman Abdi|Mustafa Musti|' +
  'İbrahim Ibo|Konstantinos Kostas|Panagiotis Takis|Evangelia Litsa|Aikaterini Katerina'
)
  .split('|')
  .map(list);
