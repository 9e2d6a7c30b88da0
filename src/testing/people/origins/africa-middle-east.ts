/** Names of the Middle East, the Horn of Africa and West Africa: fathers' names, particles, day names, names in several spellings. */
import { list, type Origin } from './origin.ts';

export const africaMiddleEast: readonly Origin[] = [
  {
    name: 'arabic',
    structure: 'plain',
    female: list(
      'Fatima Aisha Maryam Nour Layla Huda Khadija Zahra Rania Amal Samira Hanan Yasmin Salma Dina Abeer Ghada Rasha Mona Sawsan',
    ),
    male: list(
      'Mohammed Ahmed Ali Omar Hassan Hussein Khaled Yousef Mahmoud Ibrahim Mustafa Abdullah Karim Tariq Samir Walid Bilal Nasser Jamal Ziad',
    ),
    surnames: list(
      'Hassan Ahmed Ali Mohammed Hussein Khalil Mansour Saleh Haddad Nasser Ibrahim Abdullah Mahmoud Saad Darwish Masri Najjar Khoury Hamdan Shami Qasim Rashid Salem Awad Hamad',
    ),
    flatness: 8,
    particles: { words: ['Al', 'El', 'Abu', 'Ben'], share: 0.4 },
    middle: 0.3,
  },
  {
    name: 'iranian',
    structure: 'plain',
    female: list(
      'Maryam Zahra Fatemeh Leila Shirin Nasrin Parisa Azadeh Niloufar Mahsa Sara Elham Narges Roya Mina Farah Soraya Shabnam',
    ),
    male: list(
      'Mohammad Ali Reza Hossein Mehdi Amir Hamid Saeed Majid Farhad Behrouz Dariush Kourosh Babak Arash Navid Siavash Omid',
    ),
    surnames: list(
      'Mohammadi Hosseini Ahmadi Karimi Rezaei Moradi Jafari Hashemi Rahimi Ebrahimi Sadeghi Rostami Kazemi Bagheri Ghasemi Amini Tehrani Shirazi Farahani Nouri',
    ),
    flatness: 10,
    tail: {
      starts: list('Akbar Amin Azad Bahram Davar Farrokh Gol Jahan Kar Mir Now Pour Sohrab Tabataba Zand'),
      ends: list('i zadeh pour nia ian far manesh'),
      share: 0.4,
    },
    middle: 0.1,
  },
  {
    name: 'somali',
    structure: 'father',
    female: list(
      'Fadumo Amina Hodan Halima Asha Sahra Khadra Ifrah Hawa Maryan Nimo Shukri Ayaan Deqa Ubah Zahra Faiza Hibo Idil Muna',
    ),
    male: list(
      'Mohamed Abdi Ahmed Ali Hassan Omar Abdullahi Ibrahim Yusuf Ismail Farah Abdirahman Osman Mohamud Jama Warsame Hussein Abdulkadir Nur Adan',
    ),
    surnames: [],
    flatness: 4,
    middle: 1,
  },
  {
    name: 'yoruba',
    structure: 'plain',
    female: list(
      'Folake Abimbola Yetunde Oluwaseun Titilayo Funmilayo Omolara Adenike Bukola Ronke Temitope Abosede Iyabo Modupe Olubunmi Morenike Simisola Tolulope',
    ),
    male: list(
      'Babatunde Oluwaseun Ayodele Olumide Femi Tunde Adebayo Oluwatobi Kayode Segun Damilola Adewale Gbenga Kolawole Rotimi Olamide Ayomide Temidayo',
    ),
    surnames: list(
      'Adeyemi Adebayo Balogun Ogunleye Akintola Afolabi Oladipo Bakare Lawal Ojo Alabi Adeleke Oyelaran Salami Olatunji Ajayi Fashola Oni Oyebanji Adesina',
    ),
    flatness: 14,
    tail: {
      starts: list('Ade Ola Olu Ogun Oye Ayo Baba Ajib Fal Ak Omo Awo Ade Ibi Owo'),
      ends: list('kunle wale bisi yemi goke sanya tayo dapo niyi femi lade toye moye gbemi sola'),
      share: 0.45,
    },
    western: 0.35,
    middle: 0.5,
  },
  {
    name: 'igbo',
    structure: 'plain',
    female: list(
      'Ngozi Chioma Adaeze Ifeoma Nkechi Uchenna Chinyere Amaka Obioma Nneka Ebere Ogechi Chidinma Nkiru Kosisochukwu Onyinye Ijeoma Adanna',
    ),
    male: list(
      'Chukwuemeka Emeka Ikenna Obinna Chinedu Uchenna Kelechi Nnamdi Chidi Ifeanyi Okechukwu Ugochukwu Chukwudi Obiora Kenechukwu Azubuike Somto Ebuka',
    ),
    surnames: list(
      'Okafor Okonkwo Nwosu Eze Okoye Obi Nwachukwu Onyekachi Okeke Anyanwu Igwe Nnadi Ezeh Uzor Chukwu Ibe Onwuka Nwankwo Odili Umeh',
    ),
    flatness: 14,
    tail: {
      starts: list('Nwa Oke Chi Eze Onye Obi Ugo Ama Ibe Uche'),
      ends: list('chukwu mere nna dike bueze kwesiri oma aku ndu kanma nwoke gbo'),
      share: 0.45,
    },
    western: 0.45,
    middle: 0.5,
  },
  {
    name: 'ghanaian',
    structure: 'plain',
    female: list('Ama Akosua Abena Efua Adwoa Yaa Afia Esi Akua Comfort Grace Mercy Patience Gifty Vida Beatrice Felicia Joyce'),
    male: list(
      'Kwame Kofi Kwabena Yaw Kwaku Kwasi Kojo Ebo Emmanuel Isaac Samuel Daniel Ebenezer Prince Nana Francis Stephen Eric',
    ),
    surnames: list(
      'Mensah Owusu Boateng Asante Appiah Osei Amoah Agyemang Ofori Addo Acheampong Opoku Amponsah Darko Quaye Tetteh Annan Frimpong Sarpong Adjei Gyamfi Asare Bonsu Nkrumah Antwi',
    ),
    flatness: 8,
    western: 0.5,
    middle: 0.4,
  },
];
